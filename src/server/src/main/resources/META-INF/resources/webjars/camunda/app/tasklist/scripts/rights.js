// Marks the page with the web applications that are open to whoever is logged in, so that user-styles.css can hide what
// would only be refused. Cockpit loads this file as well.
const root = document.documentElement;

async function mark() {
  if (window.location.hash.startsWith('#/login')) {
    delete root.dataset.apps;
    return;
  }
  if (root.dataset.apps !== undefined) return;
  const base = window.location.pathname.split('/app/')[0];
  const response = await fetch(base + '/api/admin/auth/user/default', { headers: { Accept: 'application/json' } });
  if (response.ok) root.dataset.apps = (await response.json()).authorizedApps.join(' ');
}

window.addEventListener('hashchange', mark);
mark();

export default [];
