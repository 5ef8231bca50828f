import { createMemoryHistory, createRouter, type Router } from 'vue-router'
import AccountsView from './views/AccountsView.vue'
import AfterView from './views/AfterView.vue'
import AuditView from './views/AuditView.vue'
import CalendarView from './views/CalendarView.vue'
import CallFiguresView from './views/CallFiguresView.vue'
import CallsView from './views/CallsView.vue'
import CaseView from './views/CaseView.vue'
import FiguresView from './views/FiguresView.vue'
import PackagesView from './views/PackagesView.vue'
import QueueView from './views/QueueView.vue'
import RulesView from './views/RulesView.vue'
import SamplingView from './views/SamplingView.vue'
import SignInView from './views/SignInView.vue'

/**
 * The places of the workstation. History stays in memory: the page has one address and nothing outside the window
 * can open a place.
 */
export function createDeskRouter(isSignedIn: () => boolean): Router {
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [
      { path: '/', redirect: '/queue' },
      { path: '/sign-in', name: 'sign-in', component: SignInView },
      { path: '/queue', name: 'queue', component: QueueView },
      { path: '/case/:caseId?', name: 'case', component: CaseView },
      { path: '/calls', name: 'calls', component: CallsView },
      { path: '/call-figures', name: 'call-figures', component: CallFiguresView },
      { path: '/calendar', name: 'calendar', component: CalendarView },
      { path: '/packages', name: 'packages', component: PackagesView },
      { path: '/rules', name: 'rules', component: RulesView },
      { path: '/after', name: 'after', component: AfterView },
      { path: '/accounts', name: 'accounts', component: AccountsView },
      { path: '/audit', name: 'audit', component: AuditView },
      { path: '/figures', name: 'figures', component: FiguresView },
      { path: '/sampling', name: 'sampling', component: SamplingView },
    ],
  })
  router.beforeEach((to) => {
    if (to.name !== 'sign-in' && !isSignedIn()) {
      return { name: 'sign-in' }
    }
    return to.name === 'sign-in' && isSignedIn() ? { name: 'queue' } : true
  })
  return router
}
