/** PIMS refused the call; the message travels in the body of the answer (pims-orders: Errors). */
export class PimsRejection extends Error {
  constructor(
    message: string,
    readonly status = 400,
  ) {
    super(message);
    this.name = 'PimsRejection';
  }
}
