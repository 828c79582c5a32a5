package org.censusflow.registration.form;

/** Answers by item key; null where an item was not answered. */
@FunctionalInterface
public interface Answer {

  String get(String key);
}
