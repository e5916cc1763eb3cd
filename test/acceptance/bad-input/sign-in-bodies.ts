/** Of the calls by which people sign in and show what they have. */
export function signInBodies(memberId: string) {
  const credential = {
    id: 'e30',
    rawId: 'e30',
    type: 'public-key',
    authenticatorAttachment: 'platform',
    clientExtensionResults: {},
  };
  const assertion = { clientDataJSON: 'e30', authenticatorData: 'e30', signature: 'e30', userHandle: 'e30' };
  return {
    beginSingleSignOn: { address: 'mira@example.org' },
    addDomain: { name: 'example.org' },
    setSingleSignOn: {
      issuer: 'https://id.example.org/',
      clientId: 'c',
      clientSecret: 's',
      enforced: false,
    },
    requestSignInLink: { address: 'mira@example.org' },
    useSignInLink: { token: 't', member: memberId },
    addPasskey: {
      name: 'n',
      response: { ...credential, response: { clientDataJSON: 'e30', attestationObject: 'e30', transports: ['usb'] } },
    },
    renamePasskey: { name: 'n' },
    confirmTotp: { code: '123456' },
    signInWithPasskey: { response: { ...credential, response: assertion } },
    stepUp: { passkey: { ...credential, response: assertion }, totp: '123456', recoveryCode: 'c' },
  };
}
