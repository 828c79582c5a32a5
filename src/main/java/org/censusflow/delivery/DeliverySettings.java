package org.censusflow.delivery;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How large a delivery may be.
 *
 * @param partSize largest part that is taken
 * @param largest largest file that is taken
 */
@ConfigurationProperties("censusflow.delivery")
record DeliverySettings(
    @DefaultValue("4MB") DataSize partSize, @DefaultValue("4GB") DataSize largest) {}
