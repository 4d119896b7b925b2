/** Goes to the order, where product, dose and days are said. */
export function toOrder(): void {
  const order = document.getElementById("order");
  order?.scrollIntoView({ behavior: "smooth", block: "start" });
  order?.querySelector<HTMLElement>("select, input, button")?.focus({ preventScroll: true });
}
