package org.censusflow.base.engine;

import jakarta.ws.rs.core.Response.Status;
import org.camunda.bpm.engine.impl.db.DbEntity;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.CommentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.CommentManager;
import org.camunda.bpm.engine.rest.exception.InvalidRequestException;
import org.censusflow.base.access.FreeText;

/**
 * The engine's comments, without numbers of persons. It refuses with the exception of the engine's
 * REST, which would put words of its own in the place of any other's message.
 */
class CheckedComments extends CommentManager {

  /** Has the engine open this one in the place of its own. */
  static SessionFactory factory() {
    return new SessionFactory() {
      @Override
      public Class<?> getSessionType() {
        return CommentManager.class;
      }

      @Override
      public Session openSession() {
        return new CheckedComments();
      }
    };
  }

  @Override
  public void insert(DbEntity entity) {
    if (entity instanceof CommentEntity comment) {
      hold(comment);
    }
    super.insert(entity);
  }

  private static void hold(CommentEntity comment) {
    FreeText.fault("备注", comment.getFullMessage())
        .ifPresent(
            fault -> {
              throw new InvalidRequestException(Status.BAD_REQUEST, "CF-E312 " + fault + "。");
            });
  }
}
