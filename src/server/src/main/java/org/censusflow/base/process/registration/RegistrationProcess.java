package org.censusflow.base.process.registration;

/** What code calls {@code Registration} (普查登记), its people's tasks and its messages. */
public final class RegistrationProcess {

  public static final String KEY = "Registration";

  public static final String URGE_SHORT_FORMS = "Task_UrgeShortForms";
  public static final String COMPLETE_SHORT_FORMS = "Task_CompleteShortForms";
  public static final String URGE_REGISTRATION = "Task_UrgeRegistration";
  public static final String COMPLETE_LONG_FORMS = "Task_CompleteLongForms";

  public static final String SHORT_FORMS_COMPLETED = "Message_ShortFormsCompleted";
  public static final String AREAS_REGISTERED = "Message_AreasRegistered";

  private RegistrationProcess() {}
}
