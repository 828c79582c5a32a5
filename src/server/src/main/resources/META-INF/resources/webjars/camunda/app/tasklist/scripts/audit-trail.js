// A link to the audit trail, for those who answer for the district.
export default [
  {
    id: 'censusflow.audit-trail',
    pluginPoint: 'tasklist.navbar.action',
    priority: 180,
    render: element => {
      const { address, call } = window.censusflow;
      call('GET', '/audit')
        .then(districts => {
          if (!districts.length) return;
          const link = document.createElement('a');
          link.id = 'audit-trail';
          link.href = address('/audit/' + encodeURIComponent(districts[0]) + '/page');
          link.target = '_blank';
          link.rel = 'noopener';
          link.textContent = '查看留痕';
          element.appendChild(link);
        })
        .catch(() => {});
    }
  }
];
