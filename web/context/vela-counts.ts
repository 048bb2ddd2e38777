/** How many addons each release line is able to enable, among those that the other filters leave. */
export type VelaCounts = readonly { readonly value: string; readonly count: number }[];
