/** Where a calendar reads what lies ahead, by its token. */
export function feedAddress(publicUrl: string, token: string): string {
  return `${publicUrl}/feeds/horizon/${token}.ics`;
}
