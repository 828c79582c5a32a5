package org.censusflow.base.access;

import org.springframework.security.access.AccessDeniedException;

/**
 * A matter of others than the caller, who is told whose it is. Only where the caller knows anyhow
 * that the matter exists; elsewhere an {@link AccessDeniedException} tells nothing apart.
 */
public class NotEntitled extends AccessDeniedException {

  /**
   * @param whose Chinese, for the caller: the groups whose matter it is
   */
  public NotEntitled(String whose) {
    this(true, "CF-E109 这项内容只供" + whose + "办理或者查看。请由他们的账号办理；分工有变的，由系统管理员调整账号所在的用户组。");
  }

  private NotEntitled(boolean whole, String message) {
    super(message);
  }

  /**
   * @param message numbered, in Chinese: why not, and what to do
   */
  public static NotEntitled because(String message) {
    return new NotEntitled(true, message);
  }
}
