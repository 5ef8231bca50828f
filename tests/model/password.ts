/** Password of everybody in the modelled team. */
export const PASSWORD = 'a long enough passphrase'
