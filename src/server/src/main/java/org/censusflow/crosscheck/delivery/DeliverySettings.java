package org.censusflow.crosscheck.delivery;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How large a delivery may be, and how long it may take.
 *
 * @param partSize largest part that is taken
 * @param largest largest file that is taken
 * @param abandonedAfter an open delivery to which nothing was added for so long is let go
 */
@ConfigurationProperties("censusflow.delivery")
record DeliverySettings(
    @DefaultValue("4MB") DataSize partSize,
    @DefaultValue("4GB") DataSize largest,
    @DefaultValue("14d") Duration abandonedAfter) {}
