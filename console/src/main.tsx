import '@mantine/core/styles/baseline.layer.css';
import '@mantine/core/styles/default-css-variables.layer.css';
import 'virtual:theme-variables.css';
import '@mantine/core/styles/global.layer.css';
import '@mantine/core/styles/UnstyledButton.layer.css';
import '@mantine/core/styles/VisuallyHidden.layer.css';
import '@mantine/core/styles/Loader.layer.css';
import '@mantine/core/styles/Button.layer.css';
import './theme/page.css';
import './theme/fields.css';
import './theme/print.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { MantineProvider } from '@mantine/core';
import { Boundary } from './frame/boundary.tsx';
import { startLanguages } from './languages/i18n.ts';
import { Speaking } from './languages/words.tsx';
import { SessionGate } from './session/session-gate.tsx';
import { installShell } from './shell/installation.ts';
import { theme } from './theme/theme.ts';

// Mantine's style elements are left out: the same rules stand in the stylesheet, as the policy of the page demands.
const page = (
  <StrictMode>
    <MantineProvider theme={theme} defaultColorScheme="auto" withCssVariables={false} withGlobalClasses={false}>
      <Speaking>
        <Boundary>
          <SessionGate />
        </Boundary>
      </Speaking>
    </MantineProvider>
  </StrictMode>
);

// Nothing is shown in one language to be shown in another a moment later.
void startLanguages().then(() => createRoot(document.getElementById('console')!).render(page));
installShell();
