package org.censusflow.registration.question;

/** Somebody looks into more households than work could need. */
class TooManyLooks extends RuntimeException {

  private static final long serialVersionUID = 1L;

  TooManyLooks(int most) {
    super("CF-E163 一分钟内最多查看 " + most + " 户的成员，请稍候再查。");
  }
}
