package org.censusflow.gateway;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;

/**
 * What a department's gateway is told, in its YAML file.
 *
 * @param server where CensusFlow answers, without a path behind it
 * @param district key of the district
 * @param unit key of the department
 * @param user account of the gateway at the server
 * @param password of that account; read from a file or the environment, never from the YAML itself
 * @param directory where deliveries wait until they are received, and receipts are kept
 * @param supplies where the records of each kind come from
 */
public record GatewayConfig(
    URI server,
    String district,
    String unit,
    String user,
    String password,
    Path directory,
    Map<String, SupplyConfig> supplies) {

  public GatewayConfig {
    supplies = Map.copyOf(supplies);
  }

  /** The topic under which the server lays this department's requests out. */
  public String topic() {
    return "records." + district + "-" + unit;
  }

  /** Without the password, so that a configuration can be printed. */
  @Override
  public String toString() {
    return "GatewayConfig[" + server + ", " + topic() + ", " + supplies.keySet() + "]";
  }
}
