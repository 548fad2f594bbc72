/** What is asked of the frame that makes a call; Electron's WebFrameMain has more. */
export interface CallingFrame {
  readonly origin: string;
  readonly parent: unknown;
}

/**
 * Whether a call comes from our own page: from the top frame, since a sub-frame shares its WebContents, and from our
 * origin. A frame that has gone meanwhile is null, and is no sender.
 */
export function isOwnPage(frame: CallingFrame | null, ownOrigin: string): boolean {
  return frame !== null && frame.parent === null && frame.origin === ownOrigin;
}
