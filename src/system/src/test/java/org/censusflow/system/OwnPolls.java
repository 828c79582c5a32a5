package org.censusflow.system;

import org.camunda.bpm.engine.rest.impl.FetchAndLockContextListener;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Gives the server of a test long polls of its own. The engine keeps one keeper of polls for a
 * whole JVM: that of an earlier test's server, which has ended, would answer nobody.
 */
final class OwnPolls extends FetchAndLockContextListener implements BeforeAllCallback {

  @Override
  public void beforeAll(ExtensionContext test) {
    fetchAndLockHandler = null;
  }
}
