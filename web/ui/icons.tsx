import type { SVGProps } from 'react';

export {
  ArrowLeft,
  ArrowRight,
  Building2,
  CalendarDays,
  Check,
  ChevronDown,
  ChevronLeft,
  ChevronRight,
  ChevronUp,
  CircleAlert,
  Clock,
  Download,
  Ellipsis,
  ExternalLink,
  FileText,
  Filter,
  Globe,
  History,
  House,
  Inbox,
  Info,
  KeyRound,
  List,
  Lock,
  LogOut,
  Mail,
  MessageSquare,
  Phone,
  Plus,
  Printer,
  Search,
  Send,
  Settings,
  Trash2,
  TriangleAlert,
  UserRound,
  Users,
  WifiOff,
  X,
} from 'lucide-react';

const base = {
  width: 18,
  height: 18,
  viewBox: '0 0 20 20',
  fill: 'none',
  stroke: 'currentColor',
  strokeWidth: 1.6,
  strokeLinecap: 'round',
  strokeLinejoin: 'round',
} as const;

export type RequestKind = 'pass' | 'speaking' | 'bilateral';

/** The sign of a kind of request: a pass on its strap, a microphone, two speech bubbles. Always beside the word. */
export function KindIcon({ kind, ...rest }: { kind: RequestKind } & SVGProps<SVGSVGElement>) {
  if (kind === 'pass') {
    return (
      <svg aria-hidden="true" {...base} {...rest}>
        <rect x="4" y="5.5" width="12" height="12" rx="2" />
        <path d="M7.5 5.500V2.500h5v3M7 14.500c.4-1.600 1.500-2.300 3-2.300s2.600.7 3 2.300" />
        <circle cx="10" cy="9.8" r="1.5" />
      </svg>
    );
  }
  if (kind === 'speaking') {
    return (
      <svg aria-hidden="true" {...base} {...rest}>
        <rect x="7.3" y="2.5" width="5.4" height="9" rx="2.7" />
        <path d="M4.500 9.500a5.500 5.500 0 0 0 11 0M10 15v2.700" />
      </svg>
    );
  }
  return (
    <svg aria-hidden="true" {...base} {...rest}>
      <path d="M3 4.500h8.500v6H7.200L4.700 12.800v-2.300H3z" />
      <path d="M13.800 7.500H17v6h-1.700v2.300l-2.500-2.300H8.500v-1.200" />
    </svg>
  );
}
