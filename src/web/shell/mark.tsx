/** The sign of the product. */
export function Mark() {
  return (
    <svg width="26" height="28" viewBox="0 0 26 28" aria-hidden>
      <path d="M13 1 25 5v9c0 6.6-5 10.8-12 13C6 24.8 1 20.6 1 14V5z" fill="var(--accent)" />
      <g transform="rotate(-40 13 13.5)">
        <rect x="5.5" y="9.8" width="15" height="7.4" rx="3.7" fill="#fff" />
        <path d="M13 9.800v7.4" stroke="var(--accent)" strokeWidth="1.6" />
      </g>
    </svg>
  );
}
