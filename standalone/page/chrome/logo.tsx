import React from 'react';

/** The mark: a watch light that turns, in a ring that is open. */
export function LogoMark({ size = 24 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <path
        d="M26.6 9.4A13 13 0 1 0 29 16"
        fill="none"
        stroke="#2cb5a0"
        strokeWidth="3"
        strokeLinecap="round"
      />
      <path d="M16 16 27.5 4.5" stroke="#ffb84d" strokeWidth="3" strokeLinecap="round" />
      <path
        d="M22 16a6 6 0 1 1-3.2-5.3"
        fill="none"
        stroke="#7fd9ca"
        strokeWidth="2.4"
        strokeLinecap="round"
      />
      <circle cx="16" cy="16" r="2.6" fill="#ffb84d" />
    </svg>
  );
}

/** The mark with the name beside it, for a dark ground. */
export function LogoWordmark() {
  return (
    <span className="hostLogo">
      <LogoMark size={26} />
      <span className="hostLogo__name">
        <span className="hostLogo__accent">Watch</span>keeper
      </span>
    </span>
  );
}
