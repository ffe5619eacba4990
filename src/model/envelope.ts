/** What stands on a mail, outside of its text. No part holds control characters. */
export interface Envelope {
  /** Addresses, each as one writes them: `me@example.org`, `Élise Moreau <elise@example.org>`. */
  readonly to?: readonly string[];
  readonly from?: string;
  readonly subject: string;
  /** When it is sent: ISO 8601, in UTC. */
  readonly date: string;
  /** With its angle brackets: the same for the same news, so that no mail program shows it twice. */
  readonly messageId: string;
}
