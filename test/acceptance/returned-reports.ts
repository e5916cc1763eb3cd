/** What a report says of a mail that could not be delivered. */
interface Failure {
  /** The envelope's sender of the mail: where its report goes to. */
  readonly to: string;
  readonly recipient: string;
  readonly status?: string;
  readonly diagnostic?: string;
  readonly action?: 'failed' | 'delayed';
}

const part = (boundary: string, type: string, body: string): string =>
  `--${boundary}\nContent-Type: ${type}\n\n${body}\n`;

/** As Postfix writes one: a folded diagnostic, the headers of the mail alone. */
export function asPostfix({ to, recipient, status = '5.1.1', action = 'failed', diagnostic }: Failure): string {
  const boundary = 'F2D3A41F.1796000000/mx.platform.example';
  const said = diagnostic ?? `smtp; 550 ${status} <${recipient}>: Recipient address\n    rejected: User unknown`;
  return `Return-Path: <>
X-Original-To: ${to}
Delivered-To: bounces@tocsin.example
Received: by mx.platform.example (Postfix) id 9C1F8; Sat, 28 Nov 2026 10:00:01 +0000 (UTC)
From: MAILER-DAEMON@mx.platform.example (Mail Delivery System)
Subject: Undelivered Mail Returned to Sender
To: ${to}
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status;
	boundary="${boundary}"

This is a MIME-encapsulated message.

${part(boundary, 'text/plain; charset=us-ascii', 'This is the mail system. Your message could not be delivered.')}${part(
    boundary,
    'message/delivery-status',
    `Reporting-MTA: dns; mx.platform.example
X-Postfix-Queue-ID: 4F2D3A41F
Arrival-Date: Sat, 28 Nov 2026 10:00:00 +0000 (UTC)

Final-Recipient: rfc822; ${recipient}
Original-Recipient: rfc822;${recipient}
Action: ${action}
Status: ${status}
Remote-MTA: dns; mail.platform.example
Diagnostic-Code: ${said}
`,
  )}${part(boundary, 'text/rfc822-headers', `From: Tocsin <alarm@tocsin.example>\nTo: ${recipient}\n`)}--${boundary}--
`;
}

/** As Exchange writes one: nested parts, HTML for people, no space after the diagnostic's type, the whole mail at the end. */
export function asExchange({ to, recipient, status = '5.1.10', diagnostic }: Failure): string {
  const said =
    diagnostic ?? 'smtp;550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup';
  return `From: Microsoft Outlook <postmaster@platform.example>
To: <${to}>
Date: Sat, 28 Nov 2026 10:00:02 +0000
Content-Type: multipart/report; report-type=delivery-status; boundary="outer"
X-MS-Exchange-Message-Is-Ndr:
Auto-Submitted: auto-replied
Message-ID: <b3a8@platform.example>
Subject: Undeliverable: [TLP:GREEN] Severe warning
MIME-Version: 1.0

--outer
Content-Type: multipart/alternative; differences=Content-Type; boundary="inner"

--inner
Content-Type: text/plain; charset="utf-8"
Content-Transfer-Encoding: quoted-printable

Delivery has failed to these recipients or groups=2E

--inner
Content-Type: text/html; charset="utf-8"

<p>Delivery has failed.</p>

--inner--

${part(
  'outer',
  'message/delivery-status',
  `Reporting-MTA: dns;AM0PR01.platform.example
Received-From-MTA: dns;relay.tocsin.example
Arrival-Date: Sat, 28 Nov 2026 10:00:00 +0000

Final-Recipient: rfc822;${recipient}
Action: failed
Status: ${status}
Diagnostic-Code: ${said}
X-Display-Name: ${recipient}
`,
)}${part('outer', 'message/rfc822', `From: Tocsin <alarm@tocsin.example>\nTo: ${recipient}\nSubject: A warning\n\nText.\n`)}
--outer--
`;
}

/** As Gmail writes one: related parts with a picture, the time of the last attempt, replies in several lines. */
export function asGmail({ to, recipient, status = '4.2.2', action = 'failed' }: Failure): string {
  return `Delivered-To: ${to}
Return-Path: <>
To: ${to}
From: Mail Delivery Subsystem <mailer-daemon@mail.example>
Subject: Delivery Status Notification (Failure)
MIME-Version: 1.0
Auto-Submitted: auto-replied
Content-Type: multipart/report; boundary="0000000000005f"; report-type=delivery-status

--0000000000005f
Content-Type: multipart/related; boundary="00000000000060"

${part('00000000000060', 'text/plain; charset="UTF-8"', 'The inbox is full.')}
--00000000000060
Content-Type: image/png; name="icon.png"
Content-Transfer-Encoding: base64
Content-ID: <icon.png>

iVBORw0KGgo=

--00000000000060--

${part(
  '0000000000005f',
  'message/delivery-status',
  `Reporting-MTA: dns; mail.example
Arrival-Date: Sat, 28 Nov 2026 02:00:00 -0800 (PST)

Final-Recipient: rfc822; ${recipient}
Action: ${action}
Status: ${status}
Remote-MTA: dns; mx.platform.example. (192.0.2.7, the server for the domain.)
Diagnostic-Code: smtp; 452-4.2.2 The email account that you tried to reach is over
 452 4.2.2 quota.
Last-Attempt-Date: Sat, 28 Nov 2026 02:00:01 -0800 (PST)
`,
)}--0000000000005f--
`;
}

/** A complaint (RFC 5965), gathered at an address that says nothing of which mail is meant. */
export function asComplaint({ from, mail }: { from: string; mail: string }): string {
  return `From: <feedback@mailbox.example>
To: <postmaster@tocsin.example>
Subject: FW: Warnings
MIME-Version: 1.0
Content-Type: multipart/report; report-type=feedback-report; boundary="part_13d"

${part('part_13d', 'text/plain; charset="US-ASCII"', 'This is an email abuse report for a message received on Sat, 28 Nov 2026.')}${part(
    'part_13d',
    'message/feedback-report',
    `Feedback-Type: abuse
User-Agent: SomeGenerator/1.0
Version: 1
Original-Mail-From: <${from}>
Arrival-Date: Sat, 28 Nov 2026 10:00:00 +0000
`,
  )}${part('part_13d', 'message/rfc822\nContent-Disposition: inline', mail)}--part_13d--
`;
}

/** A mail that somebody's mail program writes for them; or, with `automatic`, a machine for somebody who is away. */
export function asPerson({ to, automatic = false }: { to: string; automatic?: boolean }): string {
  return `From: Somebody <somebody@reader.example>
To: ${to}
Subject: ${automatic ? 'Out of office' : 'unsubscribe'}
${automatic ? 'Auto-Submitted: auto-replied (vacation)\n' : ''}
I am away.
`;
}
