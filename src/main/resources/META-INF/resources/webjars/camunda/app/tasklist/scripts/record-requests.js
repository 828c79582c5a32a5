// A link to the board of record requests, for the census office and for departments that were asked for records.
export default [
  {
    id: 'censusflow.record-requests',
    pluginPoint: 'tasklist.navbar.action',
    priority: 200,
    render: element => {
      const base = window.location.pathname.split('/camunda/')[0];
      fetch(base + '/api/record-requests', { credentials: 'same-origin', headers: { Accept: 'application/json' } })
        .then(response => (response.ok ? response.json() : []))
        .then(requests => {
          if (!requests.length) return;
          const link = document.createElement('a');
          link.id = 'record-requests';
          link.href = base + '/api/record-requests/board';
          link.target = '_blank';
          link.rel = 'noopener';
          link.textContent = '资料请求';
          element.appendChild(link);
        })
        .catch(() => {});
    }
  }
];
