/** What keeps an archive from being read any further. */
export type TarFaultKind = 'broken' | 'header-too-large' | 'too-many-entries';

/** Thrown inside the tar reader only, which turns it into data. */
export class TarFault extends Error {
  readonly fault: TarFaultKind;

  constructor(fault: TarFaultKind, message: string) {
    super(message);
    this.fault = fault;
  }
}
