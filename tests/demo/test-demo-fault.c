/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "demo/demo-fault-plan.h"

#include <gio/gio.h>

static TrancheDemoTarget *
make_target (const char *path)
{
  g_autoptr (GBytes) body = g_bytes_new_static ("", 0);
  g_auto (GStrv) segments = g_strsplit (path + 1, "/", -1);

  return tranche_demo_target_new ((const char *const *) segments, body);
}

/* What happens to a request, in one letter. */
static char
ask (TrancheDemoFaultPlan *plan,
     const char           *method,
     const char           *path)
{
  g_autoptr (TrancheDemoTarget) target = make_target (path);
  const TrancheDemoFault *fault = tranche_demo_fault_plan_choose (plan, method, path, target);

  return fault ? 'a' + (char) fault->kind : '.';
}

#define A_DELAY 'a'
#define A_DROP  'b'
#define INFO    "/api/partners/v2/orders/7/info"
#define COMMIT  "/api/partners/v2/orders/7/commit"
#define CREATE  "/api/partners/v2/orders/create"

static TrancheDemoFaultPlan *
make_plan (const char *text,
           guint32     seed)
{
  g_autoptr (GError) error = NULL;
  TrancheDemoFaultPlan *plan = tranche_demo_fault_plan_new (text, seed, &error);

  g_assert_no_error (error);

  return plan;
}

static char *
ask_often (const char *text,
           guint32     seed,
           guint       times)
{
  g_autoptr (TrancheDemoFaultPlan) plan = make_plan (text, seed);
  GString *answers = g_string_new (NULL);

  for (guint i = 0; i < times; i++)
    g_string_append_c (answers, ask (plan, "GET", INFO));

  return g_string_free (answers, FALSE);
}

static void
test_which (void)
{
  static const struct {
    const char *plan;
    const char *method;
    const char *path;
    gboolean strikes;
  } rows[] = {
    { "drop", "GET", INFO, TRUE },
    { "drop method=GET", "GET", INFO, TRUE },
    { "drop method=GET", "POST", COMMIT, FALSE },
    { "drop path=*/commit", "POST", COMMIT, TRUE },
    { "drop path=*/commit", "GET", INFO, FALSE },
    { "drop path=/api/*", "GET", INFO, TRUE },
    { "drop operation=state", "GET", INFO, TRUE },
    { "drop operation=info", "GET", INFO, TRUE },
    { "drop operation=commit", "POST", COMMIT, TRUE },
    { "drop operation=commit", "POST", "/api/order/confirm", TRUE },
    { "drop operation=cancel", "POST", "/api/order/reject", TRUE },
    { "drop operation=create", "POST", CREATE "-demo", TRUE },
    { "drop operation=create", "GET", INFO, FALSE },
    { "drop order=7", "GET", INFO, TRUE },
    { "drop order=8", "GET", INFO, FALSE },
    { "drop order=7", "POST", CREATE, FALSE },
    { "", "GET", INFO, FALSE },
    { " ; \n", "GET", INFO, FALSE },
    { "[]", "GET", INFO, FALSE },
    { "[{\"kind\": \"drop\", \"order\": \"7\"}]", "GET", INFO, TRUE },
    { " [{\"kind\": \"drop\", \"order\": \"a b;c\"}]", "GET",
      "/api/partners/v2/orders/a b;c/info", TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (TrancheDemoFaultPlan) plan = make_plan (rows[i].plan, 1);

    g_test_message ("%s: %s %s", rows[i].plan, rows[i].method, rows[i].path);
    g_assert_cmpint (ask (plan, rows[i].method, rows[i].path), ==,
                     rows[i].strikes ? A_DROP : '.');
  }
}

static void
test_how_often (void)
{
  static const struct {
    const char *plan;
    const char *answers;
  } rows[] = {
    { "drop", "bbbbbbbb" },
    { "drop count=2", "bb......" },
    { "drop first=3", "..bbbbbb" },
    { "drop first=3 last=5", "..bbb..." },
    { "drop first=3 count=2", "..bb...." },
    { "drop last=1; delay", "baaaaaaa" },
    { "delay first=2 last=2; drop first=2 last=3", ".abb...." },
    { "[{\"kind\": \"drop\", \"first\": 2, \"last\": 2}]", ".b......" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *answers = ask_often (rows[i].plan, 1, strlen (rows[i].answers));

    g_test_message ("%s", rows[i].plan);
    g_assert_cmpstr (answers, ==, rows[i].answers);
  }
}

/* The last row above says how rules count: one that was preceded does not see
 * the request. Luck is the seed's. */
static void
test_luck (void)
{
  g_autofree char *answers = ask_often ("drop percent=30", 5, 1000);
  g_autofree char *again = ask_often ("drop percent=30", 5, 1000);
  g_autofree char *other = ask_often ("drop percent=30", 6, 1000);
  guint n_drops = 0;

  g_assert_cmpstr (answers, ==, again);
  g_assert_cmpstr (answers, !=, other);
  for (const char *p = answers; *p; p++)
    n_drops += *p == A_DROP;
  g_assert_cmpuint (n_drops, >, 240);
  g_assert_cmpuint (n_drops, <, 360);
}

static void
test_json (void)
{
  g_autoptr (TrancheDemoFaultPlan) plan =
    make_plan ("drop when=after operation=info ms=5; 429 order=8 retry_after=7", 1);
  g_autoptr (TrancheDemoFaultPlan) copy = NULL;
  g_autofree char *json = NULL;
  g_autofree char *copied = NULL;

  ask (plan, "GET", INFO);
  ask (plan, "POST", COMMIT);
  json = tranche_demo_fault_plan_to_json (plan);
  g_assert_cmpstr (json, ==,
                   "[{\"kind\":\"drop\",\"when\":\"after\",\"operation\":\"state\",\"first\":1,"
                   "\"last\":0,\"count\":0,\"percent\":100,\"ms\":5,\"retry_after\":1,"
                   "\"matched\":1,\"struck\":1},"
                   "{\"kind\":\"429\",\"when\":\"before\",\"order\":\"8\",\"first\":1,"
                   "\"last\":0,\"count\":0,\"percent\":100,\"ms\":0,\"retry_after\":7,"
                   "\"matched\":0,\"struck\":0}]");

  /* What is read can be brought again; the counts begin anew. */
  copy = make_plan (json, 1);
  g_assert_cmpint (ask (copy, "GET", INFO), ==, A_DROP);
  copied = tranche_demo_fault_plan_to_json (copy);
  g_assert_cmpstr (copied, ==, json);
}

static void
test_wrong (void)
{
  static const char *const plans[] = {
    "dance", "drop dance", "drop dance=1", "drop percent=0", "drop percent=101", "drop percent=x",
    "drop first=0", "drop count=-1", "drop when=during", "429 when=after", "half when=before",
    "wrong-type when=before", "drip when=before", "drop ms=600001", "drop; dance", "percent=3",
    "[{}]", "[1]", "[{\"kind\": 1}]", "[{\"kind\": \"drop\", \"count\": null}]",
    "[{\"kind\": \"drop\", \"count\": 1.5}]", "[{\"kind\": \"drop\", \"path\": [1]}]", "[{\"kind\": \"drop\", \"url\": null}]",
    "[{\"kind\": \"drop\"}", "[", "{\"kind\": \"drop\"}",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (plans); i++) {
    g_autoptr (GError) error = NULL;

    g_test_message ("%s", plans[i]);
    g_assert_null (tranche_demo_fault_plan_new (plans[i], 1, &error));
    g_assert_nonnull (error);
    g_assert_true (*error->message);
  }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/demo/fault/which", test_which);
  g_test_add_func ("/demo/fault/how-often", test_how_often);
  g_test_add_func ("/demo/fault/luck", test_luck);
  g_test_add_func ("/demo/fault/json", test_json);
  g_test_add_func ("/demo/fault/wrong", test_wrong);

  return g_test_run ();
}
