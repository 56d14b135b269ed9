/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Runs one fuzz target without libFuzzer, with any compiler: every file of its
 * corpus, then mutations of them. Run K of seed S is run 1 of seed S + K - 1,
 * so that one bad input is made again with --seed and --runs 1. */

#include "fuzz.h"

#include <stdlib.h>
#include <string.h>

#define MAX_SIZE 4096
#define MAX_MUTATIONS 5

/* What parsers stumble over. */
static const char * const tokens[] = {
  "{", "}", "[", "]", ",", ":", "\"", "\\", "\\u0000", "\\ud800", "\\udc00\\ud800", "null", "true",
  "false", "0", "-", "-0", "1e999", "1E-9", "0.1", "2499.9899999999998", "99999999999999999",
  "100000000000000001", "9223372036854775808", "18446744073709551616", ".", "+", " ", "\n", "\"\"",
  "{}", "[]", "[[[[[[[[[[[[[[[[", "{\"a\":{\"a\":", "\xef\xbb\xbf", "\xc2\xa0", "\xe2\x88\x92",
  "\xe2\x82\xbd", "\xd1\x80\xd1\x83\xd0\xb1.", "\xff", "\xf0\x9f\x98\x80", "\x7f", "380", "80", "7",
  "0000-00-00T00:00:00Z", "9999-12-31T23:59:60+24:00", "1,234", "1.234,56",
};

static int n_runs = 2000;
static gint64 seed = -1;
static gboolean verbose;
static const char *corpus;

/* Repeats or removes a piece of @input, or overwrites one of its bytes. */
static void
mutate_bytes (GByteArray *input,
              GRand      *luck)
{
  guint at, length;

  if (input->len == 0)
    return;

  at = g_rand_int_range (luck, 0, input->len);
  length = g_rand_int_range (luck, 1, MIN (input->len - at, 32) + 1);
  switch (g_rand_int_range (luck, 0, 5)) {
  case 0:
    input->data[at] ^= 1 << g_rand_int_range (luck, 0, 8);
    break;
  case 1:
    input->data[at] = g_rand_int_range (luck, 0, 256);
    break;
  case 2:
    g_byte_array_remove_range (input, at, length);
    break;
  case 3:
    g_byte_array_set_size (input, at);
    break;
  default: {
    g_autofree guint8 *piece = g_memdup2 (input->data + at, length);

    g_byte_array_append (input, piece, length);
    memmove (input->data + at + length, input->data + at, input->len - at - length);
    break;
  }
  }
}

static void
insert (GByteArray   *input,
        guint         at,
        const guint8 *piece,
        guint         length)
{
  guint tail = input->len - at;

  g_byte_array_set_size (input, input->len + length);
  memmove (input->data + at + length, input->data + at, tail);
  memcpy (input->data + at, piece, length);
}

/* Puts a token, or a piece of another file, somewhere into @input. */
static void
mutate_words (GByteArray *input,
              GPtrArray  *files,
              GRand      *luck)
{
  guint at = g_rand_int_range (luck, 0, input->len + 1);
  const char *token = tokens[g_rand_int_range (luck, 0, G_N_ELEMENTS (tokens))];
  GByteArray *other = files->pdata[g_rand_int_range (luck, 0, files->len)];

  if (g_rand_boolean (luck) || other->len == 0) {
    insert (input, at, (const guint8 *) token, strlen (token));
  } else {
    guint from = g_rand_int_range (luck, 0, other->len);
    guint length = g_rand_int_range (luck, 1, MIN (other->len - from, 64) + 1);

    insert (input, at, other->data + from, length);
  }
}

/* A copy of exactly that size on the heap, so that reading too far is found out. */
static void
run (const guint8 *data,
     gsize         size)
{
  guint8 *copy = g_malloc (MAX (size, 1));

  if (size > 0)
    memcpy (copy, data, size);
  LLVMFuzzerTestOneInput (copy, size);
  g_free (copy);
}

static void
run_mutation (GPtrArray *files,
              guint32    run_seed)
{
  GRand *luck = g_rand_new_with_seed (run_seed);
  GByteArray *file = files->pdata[g_rand_int_range (luck, 0, files->len)];
  GByteArray *input = g_byte_array_new ();

  g_byte_array_append (input, file->data, file->len);
  for (int n = g_rand_int_range (luck, 1, MAX_MUTATIONS + 1); n > 0; n--) {
    if (g_rand_boolean (luck))
      mutate_bytes (input, luck);
    else
      mutate_words (input, files, luck);
  }

  if (verbose) {
    g_autofree char *text = g_strndup ((char *) input->data, input->len);
    g_autofree char *escaped = g_strescape (text, NULL);

    g_print ("# seed %u: \"%s\"\n", run_seed, escaped);
  }
  run (input->data, MIN (input->len, MAX_SIZE));

  g_byte_array_unref (input);
  g_rand_free (luck);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (a, b);
}

/* The corpus, in an order that no file system decides. */
static GPtrArray *
read_files (GError **error)
{
  GPtrArray *files = g_ptr_array_new_with_free_func ((GDestroyNotify) g_byte_array_unref);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) folder = g_dir_open (corpus, 0, error);
  const char *name;

  while (folder && (name = g_dir_read_name (folder)))
    g_ptr_array_add (names, g_build_filename (corpus, name, NULL));
  g_ptr_array_sort_values (names, compare_names);

  for (guint i = 0; i < names->len; i++) {
    char *data;
    gsize size;

    if (!g_file_get_contents (names->pdata[i], &data, &size, error))
      break;
    g_ptr_array_add (files, g_byte_array_new_take ((guint8 *) data, size));
  }

  return files;
}

static void
parse_options (int     argc,
               char  **argv)
{
  const GOptionEntry entries[] = {
    { "runs", 0, 0, G_OPTION_ARG_INT, &n_runs, "How many mutations", "N" },
    { "seed", 0, 0, G_OPTION_ARG_INT64, &seed, "Of the first mutation", "S" },
    { "verbose", 0, 0, G_OPTION_ARG_NONE, &verbose, "Print each mutation", NULL },
    { NULL }
  };
  g_autoptr (GOptionContext) context = g_option_context_new ("CORPUS");
  g_autoptr (GError) error = NULL;

  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error) || argc != 2) {
    g_printerr ("%s\n", error ? error->message : "the folder of the corpus is missing");
    exit (2);
  }
  corpus = argv[1];
  if (seed < 0)
    seed = g_random_int ();
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GPtrArray) files = NULL;
  g_autoptr (GError) error = NULL;

  LLVMFuzzerInitialize (&argc, &argv);
  parse_options (argc, argv);
  files = read_files (&error);
  if (error || files->len == 0) {
    g_printerr ("%s: %s\n", corpus, error ? error->message : "empty");
    return 2;
  }

  g_print ("1..2\n# seed %" G_GINT64_FORMAT "\n", seed);
  for (guint i = 0; i < files->len; i++) {
    GByteArray *file = files->pdata[i];

    run (file->data, file->len);
  }
  g_print ("ok 1 - %u files\n", files->len);

  for (int i = 0; i < n_runs; i++)
    run_mutation (files, (guint32) (seed + i));
  g_print ("ok 2 - %d mutations\n", n_runs);

  return 0;
}
