/** Interpréteurs de commandes servis. */
export const SHELLS = ['bash', 'zsh', 'fish', 'powershell'] as const;
