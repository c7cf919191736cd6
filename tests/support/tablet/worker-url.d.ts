// As in the worker's own room: Vite hands over the address of a worker's bundle.
declare module "*?worker&url" {
  const url: string;
  export default url;
}
