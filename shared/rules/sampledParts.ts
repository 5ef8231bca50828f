/** Parts of the ministry's sample by which providers are graded: certificates, access, contact numbers. */
export const SAMPLED_PARTS = ['certificate', 'access', 'contact'] as const
