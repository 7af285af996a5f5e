/** The right to talk to one host for a while. Times in ms since the epoch. */
export interface HostLease {
  host: string;
  owner: string;
  until: number;
}
