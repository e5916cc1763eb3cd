/** A mail address that, where it is longer than its place, goes on in a new line before the @ and not in the middle of a word. */
export function MailAddress({ of }: { of: string }) {
  const at = of.lastIndexOf('@');
  return (
    <bdi>
      {of.slice(0, at)}
      <wbr />
      {of.slice(at)}
    </bdi>
  );
}
