// A link to the board of record requests, for the census office and for departments that were asked for records.
export default [
  {
    id: 'censusflow.record-requests',
    pluginPoint: 'tasklist.navbar.action',
    priority: 200,
    render: element => {
      const { address, call } = window.censusflow;
      call('GET', '/record-requests')
        .then(requests => {
          if (!requests.length) return;
          const link = document.createElement('a');
          link.id = 'record-requests';
          link.href = address('/record-requests/board');
          link.target = '_blank';
          link.rel = 'noopener';
          link.textContent = '资料请求';
          element.appendChild(link);
        })
        .catch(() => {});
    }
  }
];
