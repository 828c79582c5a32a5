package org.censusflow.files;

import java.util.Arrays;

/** Record numbers that were seen, by a hash of 64 bits: some twelve bytes each. */
public final class SeenKeys {

  private long[] keys = new long[1 << 12];
  private int[] lines = new int[keys.length];
  private int size;

  /** The line of the earlier record with this number; 0 when it is the first. */
  public int put(String key, int line) {
    if (size * 2 > keys.length) {
      grow();
    }
    long hash = hash(key);
    int slot = slot(hash);
    if (keys[slot] == hash) {
      return lines[slot];
    }
    keys[slot] = hash;
    lines[slot] = line;
    size++;
    return 0;
  }

  private int slot(long hash) {
    int slot = (int) (hash >>> 20) & keys.length - 1;
    while (keys[slot] != 0 && keys[slot] != hash) {
      slot = slot + 1 & keys.length - 1;
    }
    return slot;
  }

  private void grow() {
    long[] old = keys;
    int[] oldLines = lines;
    keys = new long[old.length * 2];
    lines = Arrays.copyOf(lines, keys.length);
    for (int i = 0; i < old.length; i++) {
      if (old[i] != 0) {
        int slot = slot(old[i]);
        keys[slot] = old[i];
        lines[slot] = oldLines[i];
      }
    }
  }

  /** FNV-1a over the characters, mixed once more; never 0. */
  private static long hash(String key) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < key.length(); i++) {
      hash = (hash ^ key.charAt(i)) * 0x100000001b3L;
    }
    hash ^= hash >>> 32;
    hash *= 0x9e3779b97f4a7c15L;
    hash ^= hash >>> 29;
    return hash == 0 ? 1 : hash;
  }
}
