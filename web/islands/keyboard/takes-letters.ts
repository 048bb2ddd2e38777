/** Whether letters typed there belong to somebody's text or choice, so that none of them may mean anything else. */
export function takesLetters(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'));
}
