package org.censusflow.base.login;

import java.util.Objects;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.identity.IdentityOperationResult;
import org.camunda.bpm.engine.impl.identity.WritableIdentityProvider;
import org.camunda.bpm.engine.impl.identity.db.DbIdentityServiceProvider;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.censusflow.base.access.Administrator;

/**
 * The engine's accounts with two rules of the house, below every command that reaches them: a login
 * is delayed by {@link LoginDoor} and never locks an account, and accounts are the administrators'
 * business. The engine gives everybody all rights on the own account; here that is to change the
 * own password.
 */
public class CensusIdentities extends DbIdentityServiceProvider {

  private final LoginDoor door;

  CensusIdentities(LoginDoor door) {
    this.door = door;
  }

  /** Opens them for each command. */
  record Factory(LoginDoor door) implements SessionFactory {

    @Override
    public Class<?> getSessionType() {
      return WritableIdentityProvider.class;
    }

    @Override
    public Session openSession() {
      return new CensusIdentities(door);
    }
  }

  @Override
  public boolean checkPassword(String userId, String password) {
    return door.enters(
        userId,
        () -> {
          UserEntity user = findUserById(userId);
          return user != null && password != null && matchPassword(password, user);
        });
  }

  @Override
  public IdentityOperationResult unlockUser(String userId) {
    IdentityOperationResult result = super.unlockUser(userId);
    door.unlock(userId);
    return result;
  }

  /** An account in memory only, to hold a password against the policy; saving it has its rule. */
  @Override
  public UserEntity createNewUser(String userId) {
    return new UserEntity(userId);
  }

  @Override
  public IdentityOperationResult saveUser(User user) {
    boolean own = isCaller(user.getId());
    if ((isRestricted() || own) && !isOwnPassword((UserEntity) user)) {
      throw refusal();
    }
    return super.saveUser(user);
  }

  @Override
  public IdentityOperationResult deleteUser(String userId) {
    if (isRestricted() || isCaller(userId)) {
      throw refusal();
    }
    return super.deleteUser(userId);
  }

  /** An administrator who cannot leave is always the last one. */
  @Override
  public IdentityOperationResult deleteMembership(String userId, String groupId) {
    if (isRestricted() || isAdministrators(groupId) && isCaller(userId)) {
      throw refusal();
    }
    return super.deleteMembership(userId, groupId);
  }

  @Override
  public IdentityOperationResult deleteGroup(String groupId) {
    if (isRestricted() || isAdministrators(groupId) && caller() != null) {
      throw refusal();
    }
    return super.deleteGroup(groupId);
  }

  private boolean isOwnPassword(UserEntity user) {
    UserEntity stored = findUserById(user.getId());
    return isCaller(user.getId())
        && stored != null
        && Objects.equals(stored.getFirstName(), user.getFirstName())
        && Objects.equals(stored.getLastName(), user.getLastName())
        && Objects.equals(stored.getEmail(), user.getEmail());
  }

  /** The program itself has no caller; it has asked its own rules before. */
  private static boolean isRestricted() {
    Authentication caller = caller();
    return caller != null
        && (caller.getGroupIds() == null || !caller.getGroupIds().contains(Administrator.GROUP));
  }

  private static boolean isCaller(String userId) {
    Authentication caller = caller();
    return caller != null && Objects.equals(caller.getUserId(), userId);
  }

  private static boolean isAdministrators(String groupId) {
    return Administrator.GROUP.equals(groupId);
  }

  private static Authentication caller() {
    CommandContext context = Context.getCommandContext();
    return context.isAuthorizationCheckEnabled() ? context.getAuthentication() : null;
  }

  private static AuthorizationException refusal() {
    return new AuthorizationException(
        "CF-E185 账号由系统管理员增删和改名，自己只能修改自己的密码；系统管理员不能删除自己、给自己改名，也不能退出管理员组。");
  }
}
