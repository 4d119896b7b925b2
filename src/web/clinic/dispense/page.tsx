export function DispensePage() {
  return <p>…</p>;
}
