// A link to the registration's progress, for those who steer it: the whole district, or the own subdistrict.
export default [
  {
    id: 'censusflow.registration-progress',
    pluginPoint: 'tasklist.navbar.action',
    priority: 190,
    render: element => {
      const { address, call } = window.censusflow;
      call('GET', '/progress')
        .then(places => {
          if (!places.length) return;
          const place = places[0];
          const part = place.level === 'DISTRICT' ? '' : '/subdistricts/' + encodeURIComponent(place.code);
          const link = document.createElement('a');
          link.id = 'registration-progress';
          link.href = address('/progress/' + encodeURIComponent(place.censusId) + part + '/page');
          link.target = '_blank';
          link.rel = 'noopener';
          link.textContent = '登记进度';
          element.appendChild(link);
        })
        .catch(() => {});
    }
  }
];
