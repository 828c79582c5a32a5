package org.censusflow.base.engine;

/** The topics of external tasks, such as {@code records.haicang-health}. */
public final class ExternalTaskTopic {

  private ExternalTaskTopic() {}

  /** The group whose program works a topic off: what follows its first dot. */
  public static String group(String topic) {
    return topic.substring(topic.indexOf('.') + 1);
  }
}
