import { Alerting } from './alerting.tsx';
import { UnansweredCount } from './unanswered-count.tsx';

/** What keeps a responder's attention beside the page: shown nowhere, and loaded after it. */
export function OnShift() {
  return (
    <>
      <Alerting />
      <UnansweredCount />
    </>
  );
}
