/**
 * The process engine: its configuration, the deployment of models and forms, the start-up check,
 * and the guards in front of its web interfaces. Besides the modules' {@code workflow} sub-packages
 * this is the only place that knows Camunda.
 */
package org.censusflow.base.engine;
