package org.censusflow.preparation;

/**
 * What public security found in one block, in persons: the seven categories of the notice.
 *
 * @param block 15-digit code of the block
 * @param registered registered there (户籍人口)
 * @param floating living there without being registered (流动人口)
 * @param separated living away from their registration (人户分离)
 * @param unregistered not registered though they should be (应落未落)
 * @param toCancel registered though the entry should be cancelled (应销未销)
 * @param overseas residents from Hong Kong, Macao and Taiwan
 * @param foreigners foreigners
 */
public record BlockCounts(
    String block,
    int registered,
    int floating,
    int separated,
    int unregistered,
    int toCancel,
    int overseas,
    int foreigners) {}
