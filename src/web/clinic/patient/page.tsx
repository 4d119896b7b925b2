export function PatientPage() {
  return <p>…</p>;
}
