import './no-eval.ts';
import './styles/app.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { ChooseLangContext, useLangChoice } from './language.ts';
import { queryClient } from './query.ts';
import { router } from './routes.tsx';
import { LangContext } from './texts.ts';
import { ToastProvider } from './ui/Toast.tsx';

function App() {
  const [lang, chooseLang] = useLangChoice();
  return (
    <LangContext value={lang}>
      <ChooseLangContext value={chooseLang}>
        <ToastProvider>
          <RouterProvider router={router} />
        </ToastProvider>
      </ChooseLangContext>
    </LangContext>
  );
}

const place = document.getElementById('root');
if (place) {
  createRoot(place).render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <App />
      </QueryClientProvider>
    </StrictMode>,
  );
}
