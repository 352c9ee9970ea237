/* The floor of every merge: reads the files that are named, and turns every run of digits in them into a number. */
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

int main(int argc, char **argv) {
  static unsigned char buffer[1 << 20];
  unsigned long long sum = 0;
  for (int each = 1; each < argc; each++) {
    int file = open(argv[each], O_RDONLY);
    if (file < 0) return 1;
    unsigned long long value = 0;
    for (ssize_t length; (length = read(file, buffer, sizeof buffer)) > 0;)
      for (ssize_t at = 0; at < length; at++) {
        unsigned digit = buffer[at] - '0';
        if (digit < 10) value = value * 10 + digit;
        else sum += value, value = 0;
      }
    close(file);
  }
  printf("%llu\n", sum);
  return 0;
}
