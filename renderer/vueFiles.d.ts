/** For tools that read TypeScript alone; vue-tsc looks into the files themselves. */
declare module '*.vue' {
  import type { Component } from 'vue'
  const component: Component
  export { component as default }
}
