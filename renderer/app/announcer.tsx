import { useAnnounced } from '../ui/announce.ts';

/** The place that screen readers read `announce` from. The same words said twice are two elements, so that both are heard. */
export const Announcer = () => {
  const { text, times } = useAnnounced();
  return (
    <div className="visually-hidden" role="status" aria-live="polite">
      <span key={times}>{text}</span>
    </div>
  );
};
