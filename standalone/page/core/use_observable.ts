import { useEffect, useState } from 'react';
import type { BehaviorSubject } from 'rxjs';

/** The subject's value; renders again when it changes. */
export function useObservable<T>(subject$: BehaviorSubject<T>): T {
  const [value, setValue] = useState(() => subject$.value);
  useEffect(() => {
    const subscription = subject$.subscribe((next) => setValue(() => next));
    return () => subscription.unsubscribe();
  }, [subject$]);
  return value;
}
