const shared = {
  width: 20,
  height: 20,
  viewBox: '0 0 20 20',
  fill: 'none',
  stroke: 'currentColor',
  strokeWidth: 1.75,
  strokeLinecap: 'round',
  strokeLinejoin: 'round',
  'aria-hidden': true,
} as const;

export function BellIcon() {
  return (
    <svg {...shared}>
      <path d="M10 2.2v1.3M4.5 14.2h11M5.8 14.2V9.3a4.2 4.2 0 0 1 8.4 0v4.9M8.3 17h3.4" />
    </svg>
  );
}

export function GlobeIcon() {
  return (
    <svg {...shared}>
      <circle cx="10" cy="10" r="7" />
      <path d="M3 10h14M10 3c2.2 2 3.2 4.3 3.2 7s-1 5-3.2 7c-2.2-2-3.2-4.3-3.2-7s1-5 3.2-7z" />
    </svg>
  );
}

export function SunMoonIcon() {
  return (
    <svg {...shared}>
      <circle cx="10" cy="10" r="7" />
      <path d="M10 3a7 7 0 0 1 0 14z" fill="currentColor" />
    </svg>
  );
}

export function ChevronIcon() {
  return (
    <svg {...shared} width={16} height={16}>
      <path d="m5 7.5 5 5 5-5" />
    </svg>
  );
}

export function PersonIcon() {
  return (
    <svg {...shared}>
      <circle cx="10" cy="6.5" r="3.3" />
      <path d="M3.8 17c.5-3.4 3-5.2 6.2-5.2s5.7 1.8 6.2 5.2" />
    </svg>
  );
}
