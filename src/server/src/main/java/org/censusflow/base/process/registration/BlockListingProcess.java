package org.censusflow.base.process.registration;

/** What code calls {@code BlockListing} (小区摸底), its people's tasks and its messages. */
public final class BlockListingProcess {

  public static final String KEY = "BlockListing";

  public static final String LIST_HOUSEHOLDS = "Task_ListHouseholds";

  private BlockListingProcess() {}
}
