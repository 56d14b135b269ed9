/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "demo/demo-fault-player.h"

#include "demo/demo-fault-answer.h"
#include "demo/demo-fault-pump.h"

#include <sys/socket.h>

#define ENDLESS_PIECE (64 * 1024)

struct _TrancheDemoFaultPlayer {
  TrancheDemoHandler handler;
  gpointer user_data;
  /* Of Scene: those that wait. */
  GHashTable *scenes;
  /* Of what is written into connections of its own. */
  GCancellable *cancellable;
};

/* A fault that is about to happen to a request. */
typedef struct {
  TrancheDemoFaultPlayer *player;
  TrancheDemoFault fault;
  TrancheDemoRequest *request;
  SoupServerMessage *message;
  GSource *timer;
} Scene;

static void
scene_free (Scene *scene)
{
  g_source_destroy (scene->timer);
  g_source_unref (scene->timer);
  g_free (scene->fault.url);
  g_free (scene->fault.field);
  tranche_demo_request_free (scene->request);
  g_object_unref (scene->message);
  g_free (scene);
}

TrancheDemoFaultPlayer *
tranche_demo_fault_player_new (TrancheDemoHandler handler,
                               gpointer           user_data)
{
  TrancheDemoFaultPlayer *self = g_new0 (TrancheDemoFaultPlayer, 1);

  self->handler = handler;
  self->user_data = user_data;
  self->scenes = g_hash_table_new_full (NULL, NULL, (GDestroyNotify) scene_free, NULL);
  self->cancellable = g_cancellable_new ();

  return self;
}

void
tranche_demo_fault_player_free (TrancheDemoFaultPlayer *self)
{
  tranche_demo_fault_player_stop (self);
  g_object_unref (self->cancellable);
  g_hash_table_unref (self->scenes);
  g_free (self);
}

void
tranche_demo_fault_player_stop (TrancheDemoFaultPlayer *self)
{
  g_hash_table_remove_all (self->scenes);
  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  self->cancellable = g_cancellable_new ();
}

/* A socket that lingers for no time is reset when it is closed. */
static void
cut (Scene *scene)
{
  g_autoptr (GSocket) socket = g_object_ref (soup_server_message_get_socket (scene->message));
  g_autoptr (GIOStream) stream = soup_server_message_steal_connection (scene->message);
  const struct linger linger = { .l_onoff = 1, .l_linger = 0 };

  if (scene->fault.kind == TRANCHE_DEMO_FAULT_RESET &&
      setsockopt (g_socket_get_fd (socket), SOL_SOCKET, SO_LINGER, &linger, sizeof linger) < 0)
    g_warning ("Cannot reset a connection: %s", g_strerror (errno));

  g_socket_close (socket, NULL);
}

static void
send_half (Scene *scene)
{
  g_autoptr (GBytes) body =
    soup_message_body_flatten (soup_server_message_get_response_body (scene->message));
  gsize length = g_bytes_get_size (body);
  g_autoptr (GBytes) half = g_bytes_new_from_bytes (body, 0, length / 2);
  GBytes *raw = tranche_demo_fault_answer_raw (scene->message, length, half);

  tranche_demo_fault_pump (soup_server_message_steal_connection (scene->message), raw,
                           g_bytes_get_size (raw), 0, -1, scene->player->cancellable);
}

static void
drip (Scene *scene)
{
  g_autoptr (GBytes) body =
    soup_message_body_flatten (soup_server_message_get_response_body (scene->message));
  GBytes *raw = tranche_demo_fault_answer_raw (scene->message, g_bytes_get_size (body), body);

  tranche_demo_fault_pump (soup_server_message_steal_connection (scene->message), raw,
                           1, scene->fault.ms, -1, scene->player->cancellable);
}

static void
send_endlessly (Scene *scene)
{
  g_autofree char *blanks = g_strnfill (ENDLESS_PIECE, ' ');
  g_autoptr (GBytes) body = g_bytes_new (blanks, ENDLESS_PIECE);
  GBytes *raw = tranche_demo_fault_answer_raw (scene->message, -1, body);

  tranche_demo_fault_pump (soup_server_message_steal_connection (scene->message), raw,
                           g_bytes_get_size (raw), 0, g_bytes_get_size (raw) - ENDLESS_PIECE,
                           scene->player->cancellable);
}

static void
count_answer (Scene *scene,
              guint  status)
{
  tranche_demo_ledger_end (scene->request->ledger, scene->request->method,
                           scene->request->target->route, status);
}

static void
play (Scene *scene)
{
  switch (scene->fault.kind) {
  case TRANCHE_DEMO_FAULT_DROP:
  case TRANCHE_DEMO_FAULT_RESET:
    count_answer (scene, SOUP_STATUS_NONE);
    cut (scene);
    break;

  case TRANCHE_DEMO_FAULT_HALF:
    count_answer (scene, soup_server_message_get_status (scene->message));
    send_half (scene);
    break;

  case TRANCHE_DEMO_FAULT_DRIP:
    count_answer (scene, soup_server_message_get_status (scene->message));
    drip (scene);
    break;

  case TRANCHE_DEMO_FAULT_ENDLESS:
    if (!scene->fault.after)
      soup_server_message_set_status (scene->message, SOUP_STATUS_OK, NULL);
    count_answer (scene, soup_server_message_get_status (scene->message));
    send_endlessly (scene);
    break;

  default:
    tranche_demo_fault_answer_spoil (&scene->fault, scene->message);
    count_answer (scene, soup_server_message_get_status (scene->message));
    soup_server_message_unpause (scene->message);
  }
}

static void
handle (Scene *scene)
{
  scene->player->handler (scene->request, scene->player->user_data);
}

static gboolean
time_over_cb (gpointer user_data)
{
  Scene *scene = user_data;

  if (scene->fault.kind == TRANCHE_DEMO_FAULT_DELAY && !scene->fault.after)
    handle (scene);
  play (scene);
  g_hash_table_remove (scene->player->scenes, scene);

  return G_SOURCE_REMOVE;
}

/* The message is paused and its connection taken only from the main loop, for
 * within the handler libsoup is still busy with both. */
void
tranche_demo_fault_player_play (TrancheDemoFaultPlayer *self,
                                const TrancheDemoFault *fault,
                                TrancheDemoRequest     *request)
{
  Scene *scene = g_new0 (Scene, 1);
  guint wait = fault->kind == TRANCHE_DEMO_FAULT_DRIP ? 0 : fault->ms;

  scene->player = self;
  scene->fault = (TrancheDemoFault) {
    .kind = fault->kind,
    .after = fault->after,
    .ms = fault->ms,
    .retry_after = fault->retry_after,
    .url = g_strdup (fault->url),
    .field = g_strdup (fault->field),
  };
  scene->request = request;
  scene->message = g_object_ref (request->message);
  scene->timer = g_timeout_source_new (wait);
  g_source_set_callback (scene->timer, time_over_cb, scene, NULL);
  g_source_set_static_name (scene->timer, "tranche-demo-fault-player");
  g_hash_table_add (self->scenes, scene);

  soup_server_message_pause (scene->message);
  if (fault->after)
    handle (scene);
  g_source_attach (scene->timer, g_main_context_get_thread_default ());
}
