/** What a responder sets for a shift: the keys, sounds and notifications. */
export const shift = {
  shortcuts: {
    title: 'Keys',
    on: 'Single keys work',
    onHint: 'Outside of fields. Turn them off if you dictate, or hit them by accident.',
    does: {
      j: 'The next warning on the board',
      k: 'The one before',
      Enter: 'Open it',
      a: 'Acknowledge it: we have seen it',
      w: 'We are working on it',
      '/': 'Narrow the board',
      '?': 'This sheet',
    },
  },
  alerts: {
    title: 'Sound and notifications',
    lead: 'While this console is open, it can call you when a warning arrives or asks for an answer anew. Drills call as well, tests do not.',
    sound: 'Play a sound',
    notification: 'Show a notification',
    notificationHint: 'It names severity and countries, never the headline: others may see your screen.',
    never: 'Never',
    always: 'For every warning',
    trySound: 'Try the sound',
    tryNotification: 'Try a notification',
    silent: 'This browser let no sound be played.',
    played: 'Played. If you heard nothing, look at the volume of this device and tab.',
    shown: 'Shown. If you saw nothing, look at the settings of your system.',
    denied: 'Your browser does not let this page show notifications. Its settings for this page can change that.',
    unsupported: 'This browser shows no notifications.',
    tried: 'This is how a warning calls you.',
  },
} as const;
