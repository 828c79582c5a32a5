// Only zh is offered: the browser's language must not decide in which language staff work.
export default {
  app: {
    name: '普查首页',
    vendor: 'CensusFlow'
  },
  locales: {
    availableLocales: ['zh'],
    fallbackLocale: 'zh'
  },
  disableWelcomeMessage: true
};
