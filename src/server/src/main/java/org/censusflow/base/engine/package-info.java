/**
 * The process engine: its configuration, the deployment of models, the start-up check, tenants, and
 * the refusals of its commands. The engine is known in {@code base} and in the modules' {@code
 * workflow} sub-packages only.
 */
package org.censusflow.base.engine;
